/**
 * The item of a list at a place where there is one.
 *
 * @throws RangeError where there is none.
 */
export function at<A>(list: ArrayLike<A>, place: number): NonNullable<A> {
  const item = list[place];
  if (item === undefined || item === null)
    throw new RangeError(`found no item ${place}, expected 0 to ${list.length - 1}`);
  return item;
}
