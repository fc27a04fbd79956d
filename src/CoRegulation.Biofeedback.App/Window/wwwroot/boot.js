// Before the first paint, so that a page in the dark never flashes white.
{
  const kept = (name, allowed) => {
    try {
      const value = localStorage.getItem(name);
      return allowed.includes(value) ? value : null;
    } catch {
      return null; // storage may be forbidden: the defaults do
    }
  };
  const root = document.documentElement;
  const theme = kept('coreg.theme', ['light', 'dark']);
  if (theme) root.dataset.theme = theme;
  root.dataset.view = kept('coreg.view', ['dense', 'pair', 'person', 'sparse']) ?? 'dense';
}
