"""An audio offer as a browser sends it."""

CANDIDATE = "a=candidate:"

OFFER = """\
v=0
o=- 4611731400430051336 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS stream
m=audio 50006 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126
c=IN IP4 127.0.0.1
a=rtcp:9 IN IP4 0.0.0.0
a=candidate:1467250027 1 udp 2122260223 127.0.0.1 50006 typ host generation 0 network-id 1
a=candidate:435653019 1 tcp 1518280447 127.0.0.1 9 typ host tcptype active generation 0 network-id 1
a=ice-ufrag:bvhZ
a=ice-pwd:Fu1AxSPr77lj1mNKmqY8waFu
a=ice-options:trickle
a=fingerprint:sha-256 C5:A1:74:06:E6:6C:81:19:D5:43:6D:5C:90:F0:B1:6C:5F:7E:AB:96:6E:F7:CD:CE:50:16:A3:8C:7A:84:D3:23
a=setup:actpass
a=mid:0
a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
a=sendrecv
a=msid:stream track
a=rtcp-mux
a=rtpmap:111 opus/48000/2
a=rtcp-fb:111 transport-cc
a=fmtp:111 minptime=10;useinbandfec=1
a=rtpmap:63 red/48000/2
a=fmtp:63 111/111
a=rtpmap:9 G722/8000
a=rtpmap:0 PCMU/8000
a=rtpmap:8 PCMA/8000
a=rtpmap:13 CN/8000
a=rtpmap:110 telephone-event/48000
a=rtpmap:126 telephone-event/8000
a=ssrc:3377128318 cname:d41d8cd98f00b204
a=ssrc:3377128318 msid:stream track
""".replace("\n", "\r\n")


def with_candidates(count: int) -> str:
    """The offer with `count` further candidates."""
    more = "".join(f"a=candidate:{n} 1 udp 2122260223 127.0.0.1 {20_000 + n} typ host\r\n" for n in range(count))
    return OFFER.replace("a=ice-ufrag", more + "a=ice-ufrag", 1)
