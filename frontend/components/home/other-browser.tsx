"use client";
// The same rep in two browsers, without an account: a code that one shows and the other takes.

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { comeAlong, getBrowserCode, sentenceOf } from "@/lib/api/client";

/** For the browser that knows the rep. */
export function CodeForAnother() {
  const [code, setCode] = useState("");
  const [refusal, setRefusal] = useState("");
  const ask = async () => {
    try {
      setCode((await getBrowserCode()).code);
      setRefusal("");
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  return (
    <div className="space-y-2">
      <Button look="outline" size="small" onClick={() => void ask()}>
        Get a code for another browser
      </Button>
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <p role="status" className="text-sm text-muted">
        {code && (
          <>
            <span className="block font-mono text-2xl tracking-widest text-ink">{code}</span>
            Good once, for ten minutes. Whoever enters it is you.
          </>
        )}
      </p>
    </div>
  );
}

/** For the one that does not. */
export function ComeAlong() {
  const [code, setCode] = useState("");
  const [refusal, setRefusal] = useState("");
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await comeAlong(code);
      window.location.reload();
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  return (
    <form onSubmit={(event) => void enter(event)} className="space-y-2">
      <Field
        label="Code from another browser"
        hint="You go on as who you are there. Calls held here before then stay behind."
        autoComplete="off"
        maxLength={40}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {refusal && <Notice tone="bad">{refusal}</Notice>}
      <Button type="submit" look="outline" size="small" disabled={code.trim() === ""}>
        Go on as myself
      </Button>
    </form>
  );
}
