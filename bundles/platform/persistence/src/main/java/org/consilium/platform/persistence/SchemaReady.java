package org.consilium.platform.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Registered with the property {@code domain} once the migrations of that domain's bundle have run. A repository requires it,
 * so that nothing reads a table which is not there yet:
 * {@code @Reference(target = "(domain=chat)") SchemaReady schema}.
 */
@ProviderType
public interface SchemaReady {}
