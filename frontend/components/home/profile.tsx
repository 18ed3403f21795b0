"use client";
// Who practises here: a name for the reports and an address to send them to. Both may stay empty.

import { UserRound } from "lucide-react";
import { useRef, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { getMe, putMe, sentenceOf } from "@/lib/api/client";
import { useResource } from "@/lib/react/use-resource";
import { CodeForAnother, ComeAlong } from "./other-browser";

export function ProfileMenu() {
  const { data, reload } = useResource(getMe);
  const dialog = useRef<HTMLDialogElement>(null);
  const [sentence, setSentence] = useState("");

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    try {
      await putMe({ name: String(form.get("name") ?? ""), email: String(form.get("email") ?? "") });
      reload();
      dialog.current?.close();
    } catch (error) {
      setSentence(sentenceOf(error));
    }
  };

  return (
    <>
      <Button
        look="quiet"
        size="small"
        className="max-sm:px-2.5"
        aria-label={data?.name || "Your name"}
        disabled={data === null} // what is typed before the account is known would be lost when it comes
        onClick={() => dialog.current?.showModal()}
      >
        <UserRound aria-hidden className="size-4" />
        <span className="max-w-48 truncate max-sm:hidden">{data?.name || "Your name"}</span>
      </Button>
      <Dialog ref={dialog} label="Your name and e-mail">
        <form onSubmit={(event) => void save(event)} className="space-y-4" key={data?.rep_id}>
          <h2 className="text-lg font-semibold">About you</h2>
          <Field
            name="name"
            label="Name"
            hint="Stands on your reports."
            defaultValue={data?.name}
            autoComplete="name"
          />
          <Field
            name="email"
            label="E-mail"
            hint="Your reports are sent here when e-mail is set up."
            type="email"
            defaultValue={data?.email}
            autoComplete="email"
          />
          {sentence && <Notice tone="bad">{sentence}</Notice>}
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={() => dialog.current?.close()}>
              Cancel
            </Button>
            <Button type="submit">Save</Button>
          </div>
        </form>
        {data?.signed_in === false && (
          <div className="mt-5 border-t border-line pt-4">
            <Disclosure summary={<span className="text-sm">You practise in another browser, too?</span>}>
              <div className="space-y-5">
                <CodeForAnother />
                <ComeAlong />
              </div>
            </Disclosure>
          </div>
        )}
      </Dialog>
    </>
  );
}
