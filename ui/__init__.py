"""The screens: Qt Quick, one application with four start pages."""
