package org.consilium.conferencing.provider;

import java.util.List;
import org.consilium.conferencing.api.DeviceCheck;

/** Checks that exist and may be seen. */
public record DeviceCheckPage(List<DeviceCheck> items) {}
