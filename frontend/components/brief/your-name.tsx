"use client";
// Under which name a manager will find a call that counts; asked for where the rep has entered none.

import { useState } from "react";
import { ComeAlong } from "@/components/home/other-browser";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { getMe, putMe } from "@/lib/api/client";
import { useResource } from "@/lib/react/use-resource";

export interface Name {
  asked: boolean; // there is none yet
  given: boolean;
  everywhere: boolean; // whoever is signed in is the same in every browser
  typed: string;
  type: (name: string) => void;
  keep: () => Promise<void>;
}

export function useName(): Name {
  const { data } = useResource(getMe);
  const [typed, type] = useState("");
  const asked = data?.name === "";
  return {
    asked,
    given: !asked || typed.trim() !== "",
    everywhere: data?.signed_in === true,
    typed,
    type,
    keep: async () => {
      const name = typed.trim();
      // a call is not refused for its label: the name can be entered afterwards, too
      if (asked && name) await putMe({ name, email: data?.email ?? "" }).catch(() => undefined);
    },
  };
}

export function YourName({ name }: { name: Name }) {
  if (!name.asked) return null;
  return (
    <div className="space-y-2">
      <Field
        label="Your name"
        hint="As your manager knows you: they see the score."
        autoComplete="name"
        maxLength={80}
        value={name.typed}
        onChange={(event) => name.type(event.target.value)}
      />
      {!name.everywhere && (
        <Disclosure summary={<span className="text-sm">You have practised in another browser?</span>}>
          <p className="mb-3 text-sm leading-relaxed text-muted">
            Here you are somebody new. Get a code there, under your name on the start page, and enter it here.
          </p>
          <ComeAlong />
        </Disclosure>
      )}
    </div>
  );
}
