// What an overlay above the screen shows.

export type OverlayModel =
  | {
      readonly name: 'phone';
      readonly title: string;
      /** What the square leads to; null: nobody knows this system's address. */
      readonly link: string | null;
      /** Both empty where there is no number. */
      readonly label: string;
      readonly number: string;
      readonly text: string;
    }
  | {
      readonly name: 'help';
      readonly title: string;
      readonly items: readonly { readonly key: string; readonly text: string }[];
    }
  | {
      readonly name: 'settings';
      readonly title: string;
      readonly options: readonly { readonly label: string; readonly value: string }[];
      readonly focus: number;
    }
  | {
      readonly name: 'pin';
      readonly title: string;
      /** How many of the six are typed. */
      readonly typed: number;
      readonly text: string;
      /** The last PIN opened nothing. */
      readonly wrong: boolean;
    }
  | {
      readonly name: 'keyboard';
      readonly title: string;
      /** What is written, and behind it what is being typed, as pinyin. */
      readonly text: string;
      readonly typed: string;
      /** 12/60, and what the digits are. */
      readonly aside: string;
      /** Those around the chosen one. */
      readonly readings: readonly { readonly text: string; readonly on: boolean }[];
      /** At most nine, as the digits lie on the remote; `digit` where the digits choose. */
      readonly cards: readonly { readonly text: string; readonly digit: string | null }[];
      readonly focus: { readonly area: 'text' | 'readings' | 'cards'; readonly index: number };
      readonly page: number;
      readonly pages: number;
      /** In place of the cards. */
      readonly how: readonly string[];
    }
  | { readonly name: 'identify'; readonly title: string; readonly sign: string; readonly text: string }
  | {
      readonly name: 'installer';
      readonly title: string;
      /** The last raw codes with what the profile makes of them, newest last. */
      readonly codes: readonly string[];
      readonly profile: string;
      readonly facts: readonly { readonly label: string; readonly value: string; readonly bad: boolean }[];
      readonly actions: readonly string[];
      readonly focus: number;
    };
