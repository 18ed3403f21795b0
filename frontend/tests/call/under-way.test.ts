import assert from "node:assert/strict";
import { test } from "node:test";
import { callHref } from "../../lib/call/under-way.ts";

test("a call that goes on leads to the call, one that is over to its report", () => {
  assert.equal(callHref({ call_id: "call_a", state: "live" }), "/call/?id=call_a");
  assert.equal(callHref({ call_id: "call_a", state: "review" }), "/call/?id=call_a");
  assert.equal(callHref({ call_id: "call_a", state: "grading" }), "/report/?id=call_a");
  assert.equal(callHref({ call_id: "call_a", state: "not_gradable" }), "/report/?id=call_a");
  assert.equal(
    callHref({ call_id: "call_a", state: "graded" }, "safety"),
    "/report/?id=call_a&criterion=safety",
  );
});
