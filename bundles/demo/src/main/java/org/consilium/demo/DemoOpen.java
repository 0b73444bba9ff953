package org.consilium.demo;

import org.osgi.service.component.annotations.Component;

/** There while the demo may run; every other component of the demo requires it. {@link DemoGate} enables and disables it. */
@Component(service = DemoOpen.class, enabled = false)
public class DemoOpen {}
