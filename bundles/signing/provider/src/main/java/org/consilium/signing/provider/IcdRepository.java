package org.consilium.signing.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.consilium.platform.persistence.SchemaReady;
import org.consilium.platform.persistence.SearchWords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The codes of МКБ-10 and their words. */
@Component(service = IcdRepository.class)
public class IcdRepository {
    private static final int MAX_WORDS = 6;
    /** The letters of codes as a Russian keyboard gives them when nobody switched it, and their look-alikes. */
    private static final Map<Character, Character> CYRILLIC = letters();

    private final JpaTemplate jpa;

    @Activate
    public IcdRepository(
            @Reference(target = "(osgi.unit.name=signing)") JpaTemplate jpa,
            @Reference(target = "(domain=signing)") SchemaReady schema) {
        this.jpa = jpa;
    }

    <R> R inTransaction(Supplier<R> work) {
        return tx(em -> work.get());
    }

    Optional<String> name(String code) {
        return tx(em -> Optional.ofNullable(em.find(IcdEntity.class, code))).map(found -> found.name);
    }

    long count() {
        return tx(em ->
                em.createQuery("select count(c) from IcdEntity c", Long.class).getSingleResult());
    }

    /** Puts codes in, or changes their names. */
    void put(List<IcdCode> codes) {
        tx(em -> {
            for (IcdCode code : codes) {
                put(em, code);
            }
            em.flush();
            em.clear();
            return null;
        });
    }

    private static void put(EntityManager em, IcdCode code) {
        IcdEntity entity = em.find(IcdEntity.class, code.code());
        if (entity == null) {
            entity = new IcdEntity();
            entity.code = code.code();
        } else {
            em.createQuery("delete from IcdWordEntity w where w.code = :code")
                    .setParameter("code", code.code())
                    .executeUpdate();
        }
        entity.name = code.name();
        entity.chapter = code.chapter();
        em.persist(entity);
        for (String word : SearchWords.of(code.name())) {
            IcdWordEntity row = new IcdWordEntity();
            row.word = word;
            row.code = code.code();
            em.persist(row);
        }
    }

    /** Takes away what a newer list does not have. */
    void retain(Set<String> codes) {
        tx(em -> {
            List<String> all = em.createQuery("select c.code from IcdEntity c", String.class)
                    .getResultList();
            for (String code : all) {
                if (!codes.contains(code)) {
                    em.createQuery("delete from IcdWordEntity w where w.code = :code")
                            .setParameter("code", code)
                            .executeUpdate();
                    em.createQuery("delete from IcdEntity c where c.code = :code")
                            .setParameter("code", code)
                            .executeUpdate();
                }
            }
            return null;
        });
    }

    /** By the beginning of a code, else by the beginnings of words; in the order of codes. */
    List<IcdCode> search(String typed, int limit) {
        String code = code(typed);
        if (code != null) {
            List<IcdCode> found = byCode(code, limit);
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<String> words = SearchWords.query(typed).stream().limit(MAX_WORDS).toList();
        return words.isEmpty() ? List.of() : byWords(words, limit);
    }

    private List<IcdCode> byCode(String prefix, int limit) {
        return tx(em -> codes(
                em.createQuery("select c from IcdEntity c where c.code like :prefix order by c.code", IcdEntity.class)
                        .setParameter("prefix", prefix + "%")
                        .setMaxResults(limit)));
    }

    private List<IcdCode> byWords(List<String> words, int limit) {
        StringBuilder jpql = new StringBuilder("select c from IcdEntity c where 1 = 1");
        for (int i = 0; i < words.size(); i++) {
            jpql.append(" and exists (select w.word from IcdWordEntity w where w.code = c.code and w.word like :word")
                    .append(i)
                    .append(")");
        }
        return tx(em -> {
            TypedQuery<IcdEntity> query =
                    em.createQuery(jpql.append(" order by c.code").toString(), IcdEntity.class);
            for (int i = 0; i < words.size(); i++) {
                query.setParameter("word" + i, words.get(i) + "%");
            }
            return codes(query.setMaxResults(limit));
        });
    }

    private static List<IcdCode> codes(TypedQuery<IcdEntity> query) {
        return query.getResultList().stream()
                .map(found -> new IcdCode(found.code, found.name, found.chapter))
                .toList();
    }

    /** «о069» and «J06.9» as «J06.9»; {@code null} for what cannot begin a code. */
    static String code(String typed) {
        if (typed == null) {
            return null;
        }
        String text = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[,. ]", "");
        if (text.isEmpty()) {
            return null;
        }
        char first = text.charAt(0);
        String rest = text.substring(1);
        char letter = CYRILLIC.getOrDefault(first, first);
        if (letter < 'A' || letter > 'Z' || !rest.matches("\\d{0,4}") || (rest.isEmpty() && first != letter)) {
            return null;
        }
        return letter + (rest.length() > 2 ? rest.substring(0, 2) + "." + rest.substring(2) : rest);
    }

    private static Map<Character, Character> letters() {
        String russian = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ";
        String latin = "QWERTYUIOPASDFGHJKLZXCVBNM";
        return java.util.stream.IntStream.range(0, russian.length())
                .boxed()
                .collect(Collectors.toMap(russian::charAt, latin::charAt));
    }

    private <R> R tx(EmFunction<R> work) {
        return jpa.txExpr(TransactionType.Required, work);
    }
}
