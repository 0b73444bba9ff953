package org.consilium.conferencing.provider;

import java.util.List;

/** As RTCIceServer of WebRTC; a STUN server has neither name nor credential. */
public record IceServer(List<String> urls, String username, String credential) {}
