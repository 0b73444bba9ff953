/**
 * The request and its life. A <em>draft</em> is what its filer typed so far in the wizard; submitted, it becomes a <em>request</em> with the
 * same id. <em>Filer</em> and <em>consultant</em> are the request's participants; the <em>processor</em> is the one whose turn it is.
 */
package org.consilium.requests.provider;
