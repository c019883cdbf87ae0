/** Shows a question for the password; answers whether it was typed, and right. */
type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Whoever can show the question says so here; ends with the function that is returned. */
export function answerConfirmations(shown: Ask): () => void {
  ask = shown;
  return () => {
    if (ask === shown) ask = undefined;
  };
}

/** Has the person type the password: once, however many calls want it. False when they would rather not. */
export function confirmPassword(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}
