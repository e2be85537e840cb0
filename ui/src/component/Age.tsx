import { exactTime, ageAgo, shortAge } from "./time";
import { useTimed } from "./clock";

type Props = {
  at: string;
  /** Inside a sentence: "40 s ago" instead of "now". */
  ago?: boolean;
};

/** How old something is; the exact time on hover, written only then: a list shows many of these. */
export function Age({ at, ago = false }: Props) {
  const text = useTimed((now) => (ago ? ageAgo(at, now) : shortAge(at, now)));
  return <time dateTime={at} onPointerEnter={({ currentTarget }) => { currentTarget.title = exactTime(at); }}>{text}</time>;
}
