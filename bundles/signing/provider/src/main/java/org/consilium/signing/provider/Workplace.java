package org.consilium.signing.provider;

/**
 * What the server's side of the pre-flight knows.
 *
 * @param snilsKnown whether the doctor's certificate can be bound to the account
 * @param authorities how many the operator trusts
 * @param pluginScript address of the vendor's script, {@code null} for none
 * @param hashAboveBytes from which size on it is signed by hash
 * @param canVerify whether a signature could be checked now
 */
public record Workplace(
        boolean snilsKnown,
        int authorities,
        RevocationLists revocationLists,
        boolean timeStamps,
        String pluginScript,
        int hashAboveBytes,
        boolean canVerify) {
    /** How many authorities have a current list, and how many have none. */
    public record RevocationLists(int current, int missing) {}
}
