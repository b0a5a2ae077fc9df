// What the rules shared with the server use and browsers of 2017 lack.

type Lists = { flatMap?: unknown };

if (!(Array.prototype as Lists).flatMap)
  Object.defineProperty(Array.prototype, 'flatMap', {
    value<T, U>(this: T[], make: (item: T, index: number, all: T[]) => U | readonly U[]): U[] {
      return ([] as U[]).concat(...this.map(make));
    },
  });
