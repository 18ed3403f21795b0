"use client";
// The card of the buyer on the line.

import { getPersonas } from "@/lib/api/client";
import type { PersonaCard } from "@/lib/api/contract";
import { useResource } from "@/lib/react/use-resource";

export function usePersona(id: string): PersonaCard | null {
  return useResource(getPersonas).data?.find((card) => card.id === id) ?? null;
}
