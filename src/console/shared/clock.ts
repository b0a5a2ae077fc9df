// The browser's clock: the console's only one.
import { useEffect, useState } from 'react';

/** Milliseconds since 1970. */
export const browserNow = (): number => Date.now();

/** `browserNow`, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const [value, setValue] = useState(browserNow);
  useEffect(() => {
    const timer = setInterval(() => setValue(browserNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return value;
}
