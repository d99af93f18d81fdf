/** What can be gone to: a field of the form, by its pointer, or a view. */
export interface Goal {
  field?: string;
  view?: string;
}

/** Someone is about to offer a way to a field or a view, and asks whether there is one from here. Who knows that there is not prevents it. */
export class ReachEvent extends CustomEvent<Goal> {
  constructor(goal: Goal) {
    super("reach", { detail: goal, bubbles: true, composed: true, cancelable: true });
  }
}

/** Whether that can be gone to from an element: on the page everything can, in a page of somebody else's only what stands there. */
export const reaches = (from: Element, goal: Goal) => from.dispatchEvent(new ReachEvent(goal));
