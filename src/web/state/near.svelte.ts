/** Whether an element is on screen, or near it, as the reader scrolls: `{@attach near.watch}`. */
export class Near {
  is = $state(false);

  constructor(
    /** Before the element is there to be watched. */
    first: boolean,
    /** How far above and below the screen is near, as a CSS margin. */
    private readonly margin: string,
  ) {
    this.is = first;
  }

  readonly watch = (place: Element): (() => void) => {
    const watch = new IntersectionObserver(
      (entries) => {
        this.is = entries.at(-1)?.isIntersecting ?? this.is;
      },
      { rootMargin: `${this.margin} 0px` },
    );
    watch.observe(place);
    return () => watch.disconnect();
  };
}
