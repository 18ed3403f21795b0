import assert from "node:assert/strict";
import { test } from "node:test";
import { sidesSettled } from "../../lib/upload/sides.ts";

test("it is said which label told the sides apart, and that another may be chosen", () => {
  assert.equal(
    sidesSettled({ name: "Agent", label: "Agent" }),
    "“Agent” is taken for the rep. If that is wrong, choose another.",
  );
  assert.equal(
    sidesSettled({ name: "Dana", label: "Customer" }),
    "“Customer” is the customer, so Dana is taken for the rep. If that is wrong, choose another.",
  );
});
