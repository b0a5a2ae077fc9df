// What the fleet benchmark says to the server's process; each is answered by one message.

export type FleetCommand =
  | {
      readonly do: 'start';
      readonly dataDir: string;
      /** Hex. */
      readonly masterKey: string;
      readonly port: number;
      readonly regions: number;
      /** Boxes put into the operator's list; 0 for a restart. */
      readonly listed: number;
    }
  /** One notice to each community. */
  | { readonly do: 'announce' }
  /** More boxes, authorised, numbered from `first` on. */
  | { readonly do: 'fill'; readonly first: number; readonly count: number }
  | { readonly do: 'memory' };

export interface FleetStarted {
  readonly port: number;
  readonly token: string;
}
