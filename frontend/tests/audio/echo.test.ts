import assert from "node:assert/strict";
import { test } from "node:test";
import { echoVerdict } from "../../lib/audio/echo.ts";

test("a tone that stands out of the room is an echo", () => {
  assert.equal(echoVerdict(-80, -50), "leaks");
});

test("a room as loud as the tone, and a tone lost in the converter's noise, are none", () => {
  assert.equal(echoVerdict(-55, -50), "clear");
  assert.equal(echoVerdict(-150, -90), "clear");
});
