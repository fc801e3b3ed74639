import sys
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

from generating import draw_pictures, write_reference

from idebur import __version__

project = "idebur"
author = "The idebur authors"
copyright = "the idebur authors, MIT licence"
release = version = __version__

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
nb_execution_mode = "force"  # a notebook shows what it finds today, and a cell that fails breaks the build
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_merge_streams = True
myst_enable_extensions = ["colon_fence", "deflist", "attrs_block"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
suppress_warnings = ["myst.header"]
nitpicky = False

html_theme = "furo"
html_title = f"idebur {__version__}"
html_static_path: list[str] = []
html_copy_source = False
html_show_sphinx = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True, "show-inheritance": False}


def setup(app: Sphinx) -> None:
    """Write the pages that are made from the code before any page is read."""
    app.connect("builder-inited", _generate)


def _generate(app: Sphinx) -> None:
    docs = Path(app.srcdir)
    write_reference(docs / "reference" / "generated")
    draw_pictures(docs / "reference" / "generated", docs.parent / "examples")
