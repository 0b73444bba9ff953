package org.consilium.signing.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads МКБ-10 from the export of the federal register of reference data (НСИ 1.2.643.5.1.13.13.11.1005): UTF-8, semicolons, columns {@code
 * ID;REC_CODE;MKB_CODE;MKB_NAME;ID_PARENT;ADDL_CODE;ACTUAL;DATE}. Until an operator does, a short list of common codes is there.
 */
@Component(service = IcdImport.class, immediate = true)
public class IcdImport {
    private static final Logger LOG = LoggerFactory.getLogger(IcdImport.class);
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .build();
    private static final int AT_ONCE = 500;
    private static final int LONGEST = 1000;

    private final IcdRepository repository;

    @Activate
    public IcdImport(@Reference IcdRepository repository) {
        this.repository = repository;
        putBundled();
    }

    /** How many codes were taken, and how many rows were passed over: chapters, groups, and such as are not in use any more. */
    public record Result(int codes, int skipped) {}

    /**
     * Takes a list in the place of the former one.
     *
     * @throws IOException when the file is not in the format
     */
    public Result importAll(Reader csv) throws IOException {
        List<CSVRecord> rows = new ArrayList<>();
        Map<String, CSVRecord> byId = new HashMap<>();
        try (CSVParser parser = FORMAT.parse(new BufferedReader(csv))) {
            if (!parser.getHeaderNames().containsAll(List.of("ID", "MKB_CODE", "MKB_NAME", "ID_PARENT", "ACTUAL"))) {
                throw new IOException("the first line does not name the columns of the НСИ export");
            }
            for (CSVRecord row : parser) {
                rows.add(row);
                byId.put(row.get("ID"), row);
            }
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            throw new IOException("not a CSV of that format: " + e.getClass().getSimpleName());
        }
        Set<String> taken = new HashSet<>();
        List<IcdCode> some = new ArrayList<>();
        for (CSVRecord row : rows) {
            String code = row.get("MKB_CODE").strip().toUpperCase(java.util.Locale.ROOT);
            if (!"1".equals(row.get("ACTUAL").strip())
                    || !code.matches("[A-Z]\\d{2}(\\.\\d{1,2})?")
                    || !taken.add(code)) {
                continue;
            }
            some.add(new IcdCode(code, cut(row.get("MKB_NAME")), chapter(row, byId)));
            if (some.size() == AT_ONCE) {
                repository.put(some);
                some.clear();
            }
        }
        repository.put(some);
        if (!taken.isEmpty()) {
            repository.retain(taken);
        }
        LOG.info("{} codes of МКБ-10", taken.size());
        return new Result(taken.size(), rows.size() - taken.size());
    }

    private static String chapter(CSVRecord row, Map<String, CSVRecord> byId) {
        CSVRecord above = row;
        for (int depth = 0; depth < 8 && byId.containsKey(above.get("ID_PARENT")); depth++) {
            above = byId.get(above.get("ID_PARENT"));
        }
        return above == row ? null : cut(above.get("MKB_NAME"));
    }

    private static String cut(String name) {
        String clean = name.strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    private void putBundled() {
        if (repository.count() > 0) {
            return;
        }
        try (InputStream in = IcdImport.class.getResourceAsStream("/icd/common.csv");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            importAll(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
