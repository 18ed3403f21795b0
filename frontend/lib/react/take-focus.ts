/** As a `ref`: what takes the place of the button that opened it has the focus, so that keys go on from there. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
