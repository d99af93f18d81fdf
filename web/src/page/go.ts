/** Someone asked for another view of the page. */
export class GoEvent extends CustomEvent<string> {
  constructor(view: string) {
    super("go", { detail: view, bubbles: true, composed: true });
  }
}
