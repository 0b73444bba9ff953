/** Rooms, seats, hosts and boards. */
package org.consilium.conferencing.provider;
