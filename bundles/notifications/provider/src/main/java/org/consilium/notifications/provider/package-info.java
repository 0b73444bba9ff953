/**
 * Mails to the patient's side of a request. A <em>mail</em> is a row that waits, is sent, or is given up; its
 * <em>occasion</em> says what it is about, so that it is written once. A <em>reminder</em> is a row that becomes a
 * mail when its time comes.
 */
package org.consilium.notifications.provider;
