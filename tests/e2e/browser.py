"""Chromium with a rep's microphone: Debian's own browser, a new empty profile, nothing asked of the network.

Flows in: which microphone the rep has. Flows out: a browser context in which every page of Sparring works as it would
on a desk. `plugged_in` plays a WAV file through Chromium's own fake device, from the start each time a page opens it.
`hand_held` puts a `MediaStreamAudioDestinationNode` in the place of `getUserMedia`, so that speech can be played the
moment the buyer falls silent; the plain device cannot be told when to speak.
"""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Page, Route, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "Chromium is not installed, so no call can be made in a real browser. "
    "On Debian or Ubuntu: sudo apt install chromium. Then run ./run test again."
)
FLAGS = (
    "--no-sandbox",  # root in a container has no user namespaces
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--allow-loopback-in-peer-connection",  # a media server on this machine is reached at 127.0.0.1
    "--disable-features=MediaRouter,OptimizationHints,WebRtcHideLocalIpsWithMdns",
)
_FAKE = "--use-fake-device-for-media-stream"
_SAYS_YES, _SAYS_NO = "--use-fake-ui-for-media-stream", "--use-fake-ui-for-media-stream=deny"
_MAY_PLAY = "--autoplay-policy=no-user-gesture-required"

# The bus outlives every stream made from it: each page that opens the microphone gets a stream of its own. The faint
# hiss (-80 dBFS) is what any microphone delivers; without a running source Chromium sends no packets at all.
_HAND_HELD = """
(() => {
  const context = new AudioContext({ sampleRate: 48000 });
  const bus = new GainNode(context);
  const hiss = new AudioBuffer({ length: 96000, sampleRate: 48000 });
  hiss.getChannelData(0).forEach((_, i, samples) => (samples[i] = 2e-4 * (Math.random() - 0.5)));
  const room = new AudioBufferSourceNode(context, { buffer: hiss, loop: true });
  room.connect(bus);
  room.start();
  navigator.mediaDevices.getUserMedia = async () => {
    await context.resume();
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    bus.connect(out);
    return out.stream;
  };
  window.sparringMicrophone = {
    context,
    bus,
    async say(base64) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const pcm = new Int16Array(bytes.buffer);
      const buffer = new AudioBuffer({ length: pcm.length, sampleRate: 48000 });
      const samples = buffer.getChannelData(0);
      for (let i = 0; i < pcm.length; i += 1) samples[i] = pcm[i] / 32768;
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(bus);
      const over = new Promise((resolve) => (source.onended = resolve));
      source.start();
      await over;
    },
  };
})();
"""


@dataclass(frozen=True, slots=True)
class Microphone:
    """What the browser finds when a page asks for a microphone."""

    flags: tuple[str, ...]
    script: str = ""


def plugged_in(wav: Path) -> Microphone:
    """The file, once, from its start, each time a page opens the device."""
    return Microphone((_FAKE, _SAYS_YES, f"--use-file-for-fake-audio-capture={wav}%noloop"))


def hand_held() -> Microphone:
    """Whatever `RepPage.say` plays."""
    return Microphone((_FAKE, _SAYS_YES, _MAY_PLAY), _HAND_HELD)


REFUSED = Microphone((_FAKE, _SAYS_NO))
# Not a browser without fake device: on a user's machine that would open the user's own microphone.
NO_MICROPHONE = Microphone(
    (_FAKE, _SAYS_YES),
    "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotFoundError'); };",
)
NO_WEBRTC = Microphone((_FAKE, _SAYS_YES), "delete window.RTCPeerConnection;")


@dataclass
class Visit:
    """A browser context and what went wrong or outside in it."""

    context: BrowserContext
    strangers: list[str] = field(default_factory=list)
    """Addresses outside this machine that a page asked for."""
    complaints: list[str] = field(default_factory=list)
    """Uncaught errors of the pages."""

    async def new_page(self) -> Page:
        """Another tab."""
        page = await self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    async def refuse(self, route: Route) -> None:
        """Nothing outside this machine is reached."""
        self.strangers.append(route.request.url)
        await route.abort()


def find_chromium() -> str | None:
    """The browser's path, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@asynccontextmanager
async def chromium(microphone: Microphone, more_flags: Sequence[str] = ()) -> AsyncIterator[Visit]:
    """A browser with a profile of its own that is gone afterwards."""
    path = find_chromium()
    assert path is not None, MISSING
    async with async_playwright() as driver:
        flags = [*FLAGS, *microphone.flags, *more_flags]
        browser = await driver.chromium.launch(executable_path=path, headless=True, args=flags)
        try:
            context = await browser.new_context(viewport={"width": 1280, "height": 900})
            visit = Visit(context)
            if microphone.script:
                await context.add_init_script(microphone.script)
            await context.route(lambda url: not _is_here(url), visit.refuse)
            yield visit
        finally:
            await browser.close()


def _is_here(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname in ("localhost", "127.0.0.1")
