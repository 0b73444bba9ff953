package org.consilium.registry.api;

import java.util.List;
import org.consilium.kernel.FieldProblem;

/**
 * What an import did.
 *
 * @param added persons who are new
 * @param changed persons who were known and differed
 * @param unchanged persons who were known and equal
 * @param rejected how many could not be kept
 * @param rejections the first of these, at most {@link #MAX_REJECTIONS}
 */
public record ImportResult(int added, int changed, int unchanged, int rejected, List<Rejection> rejections) {
    /** How many rejections are named. */
    public static final int MAX_REJECTIONS = 100;

    public ImportResult {
        rejections = List.copyOf(rejections);
    }

    /**
     * A person who could not be kept.
     *
     * @param position the place in the import, from 0
     * @param personId as given, {@code null} when there was none or it was too long
     * @param problems which fields are wrong; never their values
     */
    public record Rejection(int position, String personId, List<FieldProblem> problems) {
        public Rejection {
            problems = List.copyOf(problems);
        }
    }
}
