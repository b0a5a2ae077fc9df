// Can this be a telephone number that somebody answers: by its shape, for Zhoucun (area code 0533, seven digits).

const SHAPES = [
  /** 110, 119, 120, 122 */
  /^1(10|19|20|22)$/,
  /** 12345, 12389, 123456; with an extension behind a dash */
  /^12\d{3,4}(-\d{1,2})?$/,
  /** 95598, 96777, 966119 */
  /^9[56]\d{3,4}$/,
  /^400-?\d{3}-?\d{4}$/,
  /^800-?\d{3}-?\d{4}$/,
  /** A fixed line, with or without its area code. */
  /^(0\d{2,3}-?)?[2-8]\d{6,7}$/,
  /^1[3-9]\d{9}$/,
];
/** 0000000, 1111111; 1234567. Not the hotlines. */
const MADE_UP = /(\d)\1{5,}$|1234567/;

export function isPlausiblePhone(phone: string): boolean {
  return SHAPES.some((shape) => shape.test(phone)) && !MADE_UP.test(phone.replaceAll('-', ''));
}
