/** Letters and digits of a recovery code as they are meant: nobody can tell O from 0, nor I and L from 1, on every paper. */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** How many letters and digits are asked for, to see that the card is on paper. */
const asked = 5

/** Whether what somebody typed from the card is how its code begins. */
export const codeBegins = (code: string, typed: string): boolean =>
  plain(typed).length >= asked && plain(code).startsWith(plain(typed).slice(0, plain(code).length))
