/** A finger that moves less than this has not said yet whether it drags or scrolls, pixels. */
const meant = 6;

/**
 * Follows a pointer that is pressed on a chart and dragged across it. A mouse drags from the first moment; a finger when it moves sideways,
 * since one that moves up or down scrolls the page over the chart, and where it is lifted without having moved.
 */
export function dragAcross(canvas: HTMLElement, drag: (event: PointerEvent) => void) {
  let pressed: { x: number; moved: boolean } | undefined;
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pressed = { x: event.clientX, moved: event.pointerType !== "touch" };
    if (pressed.moved) drag(event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!pressed) return;
    pressed.moved ||= Math.abs(event.clientX - pressed.x) >= meant;
    if (pressed.moved) drag(event);
  });
  canvas.addEventListener("pointerup", (event) => {
    if (pressed && !pressed.moved) drag(event);
    pressed = undefined;
  });
  canvas.addEventListener("pointercancel", () => (pressed = undefined));
}
