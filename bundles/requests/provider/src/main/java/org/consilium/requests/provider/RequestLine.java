package org.consilium.requests.provider;

import javax.persistence.Entity;
import javax.persistence.Table;

/** A request in a list; only read. */
@Entity(name = "RequestLine")
@Table(name = "requests_request")
class RequestLine extends RequestHead {}
