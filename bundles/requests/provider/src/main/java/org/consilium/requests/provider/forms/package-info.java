/** Checks what was filled in against a form's JSON Schema. */
package org.consilium.requests.provider.forms;
