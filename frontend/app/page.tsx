import { OpenCall } from "@/components/call/open-call";
import { BuyerPicker } from "@/components/home/buyer-picker";
import { EngineStatus } from "@/components/home/engine-status";
import { ExamsToSit } from "@/components/home/exams-to-sit";
import { PastCalls } from "@/components/home/past-calls";
import { ProfileMenu } from "@/components/home/profile";
import { Page } from "@/components/ui/page";

export default function Home() {
  return (
    <Page action={<ProfileMenu />}>
      <div className="max-w-2xl pt-6 pb-6 sm:pt-10">
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">
          Practise the call before it counts.
        </h1>
        <p className="mt-3 text-lg leading-relaxed text-muted">
          Talk to a buyer who listens, hesitates and hangs up like a real one. Then see, in your own words,
          what moved the call forward and what to do better.
        </p>
      </div>
      <EngineStatus />
      <OpenCall />
      <ExamsToSit />
      <div className="mt-8 grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <BuyerPicker />
        <PastCalls />
      </div>
    </Page>
  );
}
