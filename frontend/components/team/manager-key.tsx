"use client";
// Asks for the manager's key once; the server answers with a cookie that no script can read.

import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sentenceOf, signInManager } from "@/lib/api/client";

export function ManagerKey({ sentence, onOpen }: { sentence: string; onOpen: () => void }) {
  const [refusal, setRefusal] = useState("");
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    try {
      await signInManager(String(new FormData(event.currentTarget).get("key") ?? ""));
      onOpen();
    } catch (error) {
      setRefusal(sentenceOf(error));
    }
  };
  return (
    <Card title="For managers" className="mx-auto mt-10 max-w-md">
      <h1 className="sr-only">Your team</h1>
      <form onSubmit={(event) => void open(event)} className="space-y-4">
        <p className="leading-relaxed text-muted">{sentence}</p>
        <Field name="key" label="Manager’s key" type="password" autoComplete="current-password" required />
        {refusal && <Notice tone="bad">{refusal}</Notice>}
        <Button type="submit">Open</Button>
      </form>
    </Card>
  );
}
