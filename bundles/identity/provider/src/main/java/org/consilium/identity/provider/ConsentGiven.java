package org.consilium.identity.provider;

/** @param version of the text that the patient saw */
public record ConsentGiven(String version) {}
