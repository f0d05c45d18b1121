/** A letter as it came in. */
export type Letter = {
  id: string;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
};

export type LetterStore = {
  add: (letter: Letter) => void;
  /** Newest first; those to one address when it is given. */
  list: (to?: string) => Letter[];
  find: (id: string) => Letter | undefined;
};

const most = 500;

/** The newest 500 letters, in memory. */
export function createLetterStore(): LetterStore {
  let letters: Letter[] = [];
  return {
    add: (letter) => {
      letters = [letter, ...letters].slice(0, most);
    },
    list: (to) => letters.filter((letter) => to === undefined || letter.to.includes(to)),
    find: (id) => letters.find((letter) => letter.id === id),
  };
}
