"use client";
import { useEffect } from "react";

/** Opens every closed part for printing and closes it again afterwards: paper cannot be clicked. */
export function PrintAll() {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
      for (const part of opened) part.open = true;
    };
    const restore = () => {
      for (const part of opened) part.open = false;
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", restore);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", restore);
    };
  }, []);
  return null;
}
