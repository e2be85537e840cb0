import { useCallback, useState } from "react";

/**
 * What is asked for, ahead of the address that keeps it: a field follows the hand at once, while
 * the router takes its time. An address that comes from elsewhere (back, a link) is followed; the
 * echo of what was asked here is not, however late it comes.
 */
export function useSearch<Search>(address: Search, onSearch: (search: Search) => void): [Search, (search: Search) => void] {
  const [search, setSearch] = useState(address);
  const [seen, setSeen] = useState(() => JSON.stringify(address));
  const [sent, setSent] = useState<readonly string[]>([]);

  const arrived = JSON.stringify(address);
  if (arrived !== seen) {
    setSeen(arrived);
    const echo = sent.indexOf(arrived);
    if (echo < 0) setSearch(address);
    setSent(echo < 0 ? [] : sent.slice(echo + 1));
  }
  const ask = useCallback((next: Search) => {
    setSearch(next);
    setSent((old) => [...old, JSON.stringify(next)]);
    onSearch(next);
  }, [onSearch]);
  return [search, ask];
}
