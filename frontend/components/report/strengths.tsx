import { Check } from "lucide-react";
import { Card } from "@/components/ui/card";

export function Strengths({ strengths, own }: { strengths: string[]; own: boolean }) {
  if (strengths.length === 0) return null;
  return (
    <Card title={own ? "What you did well" : "What went well"}>
      <ul className="space-y-2">
        {strengths.map((strength) => (
          <li key={strength} className="flex gap-3 leading-relaxed">
            <Check aria-hidden className="mt-1 size-4.5 shrink-0 text-good" />
            {strength}
          </li>
        ))}
      </ul>
    </Card>
  );
}
