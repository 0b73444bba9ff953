/** Conferences on an OpenVidu 2 server. */
package org.consilium.conferencing.openvidu;
