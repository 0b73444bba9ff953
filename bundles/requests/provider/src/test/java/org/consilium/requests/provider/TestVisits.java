package org.consilium.requests.provider;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.consilium.kernel.Caller;
import org.consilium.scheduling.api.NewVisit;
import org.consilium.scheduling.api.PatientBusyException;
import org.consilium.scheduling.api.Slot;
import org.consilium.scheduling.api.SlotTakenException;
import org.consilium.scheduling.api.Visit;
import org.consilium.scheduling.api.VisitService;

/** The smallest schedule that keeps its promise: unique rows in the caller's transaction. */
final class TestVisits implements VisitService {
    static final int MINUTES = 20;

    private final DataSource dataSource;
    boolean offersTheSameTime = true;

    TestVisits(DataSource dataSource) {
        this.dataSource = dataSource;
        execute("create table visits (request_id varchar(36) primary key, doctor_id varchar(36) not null, patient"
                + " varchar(100) not null, start_ms bigint not null, constraint visits_doctor unique (doctor_id,"
                + " start_ms), constraint visits_patient unique (patient, start_ms))");
    }

    @Override
    public Visit book(Caller caller, NewVisit visit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into visits values (?, ?, ?, ?)")) {
            insert.setString(1, visit.requestId().toString());
            insert.setString(2, visit.doctorId().toString());
            insert.setString(3, visit.patientKey());
            insert.setLong(4, visit.start().toEpochMilli());
            insert.executeUpdate();
            return new Visit(visit.requestId(), visit.doctorId(), visit.start(), MINUTES);
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
            throw e.getMessage().toLowerCase().contains("visits_patient")
                    ? new PatientBusyException()
                    : new SlotTakenException();
        }
    }

    @Override
    public void release(Caller caller, UUID requestId) {
        execute("delete from visits where request_id = '" + requestId + "'");
    }

    @Override
    public Optional<Visit> find(UUID requestId) {
        return Optional.empty();
    }

    @Override
    public List<Slot> freeSlots(Caller caller, UUID doctorId, Instant from, Instant to, int minutes) {
        return offersTheSameTime ? List.of(new Slot(from, MINUTES)) : List.of();
    }

    @Override
    public Map<UUID, Slot> nextFree(Caller caller, Collection<UUID> doctorIds, int minutes) {
        Map<UUID, Slot> free = new LinkedHashMap<>();
        doctorIds.forEach(id -> free.put(id, new Slot(House.START, MINUTES)));
        return free;
    }

    long count() {
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from visits")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
