import { Suspense, useEffect, useState, type ReactNode } from "react";

/** What nobody sees at once: the first paint does not wait for it. */
export function AfterPaint({ before = null, children }: { before?: ReactNode; children: ReactNode }) {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => { next = setTimeout(() => { setPainted(true); }); });
    return () => { cancelAnimationFrame(frame); clearTimeout(next); };
  }, []);
  return painted ? <Suspense fallback={before}>{children}</Suspense> : before;
}

type OpenerProps = { label: string; popup: "menu" | "dialog"; face: ReactNode; children: (isPressed: boolean) => ReactNode };

/** A button that opens something: it looks the same before that is read, and a press until then is kept. */
export function Opener({ label, popup, face, children }: OpenerProps) {
  const [isPressed, setPressed] = useState(false);
  const plain = <button type="button" aria-label={label} aria-haspopup={popup} onClick={() => { setPressed(true); }}>{face}</button>;
  return <AfterPaint before={plain}>{children(isPressed)}</AfterPaint>;
}
