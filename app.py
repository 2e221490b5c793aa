"""The front door: the dashboard, with its own boundaries and a health check; run with ``streamlit run app.py``."""

import streamlit as st

from dashboard import settings
from dashboard.ui.routes import list_routes
from dashboard.ui.state import claim_pages

claim_pages()
app = st.App(settings.PACKAGE / "main.py", routes=list_routes())
